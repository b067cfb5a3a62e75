/**
 * Where a country is marked on the map: its capital, or for a territory its main town, to the degree (longitude, latitude). The map is
 * an orientation; a place's own position is not known to the exchange.
 */
const table =
  "AD 2 43,AE 54 24,AF 69 35,AG -62 17,AI -63 18,AL 20 41,AM 45 40,AO 13 -9,AQ 0 -85,AR -58 -35,AS -171 -14,AT 16 48,AU 149 -35,AW -70 13,AX 20 60," +
  "AZ 50 40,BA 18 44,BB -60 13,BD 90 24,BE 4 51,BF -2 12,BG 23 43,BH 51 26,BI 29 -3,BJ 3 6,BL -63 18,BM -65 32,BN 115 5,BO -68 -16,BQ -68 12," +
  "BR -48 -16,BS -77 25,BT 90 27,BV 3 -54,BW 26 -25,BY 28 54,BZ -89 17,CA -76 45,CC 97 -12,CD 15 -4,CF 19 4,CG 15 -4,CH 7 47,CI -5 7,CK -160 -21," +
  "CL -71 -33,CM 12 4,CN 116 40,CO -74 5,CR -84 10,CU -82 23,CV -24 15,CW -69 12,CX 106 -10,CY 33 35,CZ 14 50,DE 13 53,DJ 43 12,DK 13 56,DM -61 15," +
  "DO -70 18,DZ 3 37,EC -79 0,EE 25 59,EG 31 30,EH -13 27,ER 39 15,ES -4 40,ET 39 9,FI 25 60,FJ 178 -18,FK -58 -52,FM 158 7,FO -7 62,FR 2 49," +
  "GA 9 0,GB 0 52,GD -62 12,GE 45 42,GF -52 5,GG -3 49,GH 0 6,GI -5 36,GL -52 64,GM -17 13,GN -14 10,GP -62 16,GQ 9 4,GR 24 38,GS -37 -54,GT -91 15," +
  "GU 145 13,GW -16 12,GY -58 7,HK 114 22,HM 73 -53,HN -87 14,HR 16 46,HT -72 19,HU 19 47,ID 107 -6,IE -6 53,IL 35 32,IM -4 54,IN 77 29,IO 72 -7," +
  "IQ 44 33,IR 51 36,IS -22 64,IT 12 42,JE -2 49,JM -77 18,JO 36 32,JP 140 36,KE 37 -1,KG 75 43,KH 105 12,KI 173 1,KM 43 -12,KN -63 17,KP 126 39," +
  "KR 127 38,KW 48 29,KY -81 19,KZ 71 51,LA 103 18,LB 36 34,LC -61 14,LI 10 47,LK 80 7,LR -11 6,LS 27 -29,LT 25 55,LU 6 50,LV 24 57,LY 13 33," +
  "MA -7 34,MC 7 44,MD 29 47,ME 19 42,MF -63 18,MG 48 -19,MH 171 7,MK 21 42,ML -8 13,MM 96 20,MN 107 48,MO 114 22,MP 146 15,MQ -61 15,MR -16 18," +
  "MS -62 17,MT 15 36,MU 57 -20,MV 74 4,MW 34 -14,MX -99 19,MY 102 3,MZ 33 -26,NA 17 -23,NC 166 -22,NE 2 14,NF 168 -29,NG 7 9,NI -86 12,NL 5 52," +
  "NO 11 60,NP 85 28,NR 167 -1,NU -170 -19,NZ 175 -41,OM 58 24,PA -80 9,PE -77 -12,PF -150 -18,PG 147 -9,PH 121 15,PK 73 34,PL 21 52,PM -56 47," +
  "PN -130 -25,PR -66 18,PS 35 32,PT -9 39,PW 134 7,PY -58 -25,QA 52 25,RE 55 -21,RO 26 44,RS 20 45,RU 38 56,RW 30 -2,SA 47 25,SB 160 -9,SC 55 -5," +
  "SD 33 16,SE 18 59,SG 104 1,SH -6 -16,SI 15 46,SJ 16 78,SK 17 48,SL -13 8,SM 12 44,SN -17 15,SO 45 2,SR -55 6,SS 32 5,ST 7 0,SV -89 14,SX -63 18," +
  "SY 36 34,SZ 31 -26,TC -71 21,TD 15 12,TF 70 -49,TG 1 6,TH 100 14,TJ 69 39,TK -172 -9,TL 126 -9,TM 58 38,TN 10 37,TO -175 -21,TR 33 40,TT -62 11," +
  "TV 179 -9,TW 122 25,TZ 36 -6,UA 31 50,UG 33 0,UM -177 28,US -77 39,UY -56 -35,UZ 69 41,VA 12 42,VC -61 13,VE -67 10,VG -65 18,VI -65 18,VN 106 21," +
  "VU 168 -18,WF -176 -13,WS -172 -14,XK 21 43,YE 44 15,YT 45 -13,ZA 28 -26,ZM 28 -15,ZW 31 -18";

export const countryPoints: ReadonlyMap<string, readonly [longitude: number, latitude: number]> = new Map(
  table.split(",").map((entry) => {
    const [code = "", longitude, latitude] = entry.split(" ");
    return [code, [Number(longitude), Number(latitude)]];
  }),
);
