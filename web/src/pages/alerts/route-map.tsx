import { Trans, useLingui } from "@lingui/react/macro";
import { type ExtendedFeatureCollection, geoNaturalEarth1, geoPath } from "d3-geo";
import { feature } from "topojson-client";
import world from "world-atlas/countries-110m.json";
import { countryName } from "../../../../shared/reference/countries.ts";
import { listOf } from "../../i18n/format.ts";
import { countryPoints } from "./country-points.ts";

/** The package's own file, whose type is too wide for what it holds. */
const topology = world as unknown as Parameters<typeof feature>[0];
const { features } = feature(topology, "countries") as unknown as ExtendedFeatureCollection;

const WIDTH = 480;
const HEIGHT = 260;
/** So far from the edge stay the places of the route. */
const EDGES: [[number, number], [number, number]] = [
  [60, 50],
  [WIDTH - 60, HEIGHT - 50],
];
/** Nearer than so many times the whole world, the outlines are coarse and nothing is recognised. */
const CLOSEST = 3;

/** Without Antarctica, where nothing is shipped. */
const inhabited = features.filter(({ id }) => id !== "010");

/**
 * Where a consignment went, as an orientation: points and the way between them. No country is filled in: whose a territory is, the
 * outlines do not say as everybody does. Read from right to left, a map is the same.
 */
const RouteMap = ({ countries }: { readonly countries: readonly string[] }) => {
  const { t, i18n } = useLingui();
  const points = countries.flatMap((code) => {
    const at = countryPoints.get(code);
    return at === undefined ? [] : [{ code, at: [...at] as [number, number] }];
  });
  if (points.length === 0) return null;
  // Turned so that its middle is the route's: what goes over the Pacific is not cut in two.
  const projection = geoNaturalEarth1().rotate([-middleOf(points.map(({ at }) => at[0])), 0]);
  const route = { type: "MultiPoint" as const, coordinates: points.map(({ at }) => at) };
  const whole = projection
    .fitSize([WIDTH, HEIGHT], { type: "FeatureCollection", features: inhabited })
    .scale();
  const close = projection.fitExtent(EDGES, route).scale();
  projection.scale(Math.min(close, whole * CLOSEST)).translate([0, 0]);
  const [[left, top], [right, bottom]] = geoPath(projection).bounds(route);
  projection.translate([(WIDTH - left - right) / 2, (HEIGHT - top - bottom) / 2]);
  const path = geoPath(projection);
  const names = listOf(
    countries.map((code) => countryName(code, i18n.locale)),
    i18n.locale,
  );
  const marks = points.flatMap(({ code, at }) => {
    const place = projection(at);
    return place === null ? [] : [{ code, at: place }];
  });
  const line = path({ type: "LineString", coordinates: points.map(({ at }) => at) });
  return (
    <figure className="route-figure">
      <svg
        className="route-map"
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        role="img"
        aria-label={t`Map of the route: ${names}`}
      >
        {inhabited.map((country, index) => (
          <path
            // biome-ignore lint/suspicious/noArrayIndexKey: Two of the map's countries have no number.
            key={index}
            d={path(country) ?? undefined}
          />
        ))}
        {line && <path className="route-map-line" d={line} />}
        {marks.map(({ code, at: [x, y] }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: A route may pass a country twice.
          <circle key={index} cx={x} cy={y} r={5} data-end={index === marks.length - 1 || undefined}>
            <title>{countryName(code, i18n.locale)}</title>
          </circle>
        ))}
      </svg>
      <figcaption className="quiet">
        <Trans>Natural Earth. Its borders say nothing of the status of any territory.</Trans>
      </figcaption>
    </figure>
  );
};

/** The middle of the shortest arc that holds all of these longitudes. */
const middleOf = (longitudes: readonly number[]): number => {
  const sorted = [...new Set(longitudes)].sort((a, b) => a - b);
  const first = sorted[0] ?? 0;
  // The widest gap is outside of the arc.
  let widest = { from: sorted.at(-1) ?? 0, to: first + 360 };
  sorted.forEach((from, index) => {
    const to = sorted[index + 1];
    if (to !== undefined && to - from > widest.to - widest.from) widest = { from, to };
  });
  const middle = (widest.to + widest.from + 360) / 2;
  return ((middle + 540) % 360) - 180;
};

export default RouteMap;
