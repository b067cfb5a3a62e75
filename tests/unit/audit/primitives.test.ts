import { generateKeyPairSync, sign } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { nodeCryptography } from "../../../shared/adapters/crypto/cryptography.ts";
import { canonicalJson } from "../../../shared/domain/canonical-json.ts";
import { auditPaths, merkleRoot, rootFrom } from "../../../shared/domain/merkle-tree.ts";
import { newSigningKey } from "./trails.ts";

const { sha256, verify } = nodeCryptography;

describe("canonical JSON", () => {
  test("is what RFC 8785, 3.2.2 and 3.2.3, says of its examples", () => {
    const numbers: unknown = JSON.parse("[333333333.33333329,1E30,4.50,2e-3,0.000000000000000000000000001]");
    expect(canonicalJson({ numbers, string: '€$\u000F\nA\'B"\\\\"/', literals: [null, true, false] })).toBe(
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    );
    const named = {
      "€": "Euro Sign",
      "\r": "Carriage Return",
      "\uFB33": "Hebrew Letter Dalet With Dagesh",
      "1": "One",
      "\u{1F600}": "Emoji: Grinning Face",
      "\u0080": "Control",
      ö: "Latin Small Letter O With Diaeresis",
    };
    expect(
      Object.values(
        JSON.parse(
          `[${canonicalJson(named)
            .slice(1, -1)
            .replaceAll(/"[^"]*":/g, "")}]`,
        ),
      ),
    ).toEqual([
      "Carriage Return",
      "One",
      "Control",
      "Latin Small Letter O With Diaeresis",
      "Euro Sign",
      "Emoji: Grinning Face",
      "Hebrew Letter Dalet With Dagesh",
    ]);
  });

  test("says the same whatever the order of names, and loses nothing", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = canonicalJson(value);
        expect(canonicalJson(JSON.parse(text))).toBe(text);
        // -0 has no form of its own.
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
        if (typeof value === "object" && value !== null && !Array.isArray(value))
          expect(canonicalJson(Object.fromEntries(Object.entries(value).reverse()))).toBe(text);
      }),
    );
  });

  test.each([[undefined], [Number.NaN], [{ n: Number.POSITIVE_INFINITY }], [[() => 1]]])(
    "refuses %o, which is no JSON",
    (value) => {
      expect(() => canonicalJson(value)).toThrow(TypeError);
    },
  );
});

describe("the Merkle tree", () => {
  test("of nothing, of one leaf and of two is as RFC 6962, 2.1, says", () => {
    expect(merkleRoot(sha256, [])).toBe("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    // The root of one empty leaf in the test data of the RFC's own implementation.
    expect(merkleRoot(sha256, [""])).toBe("6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d");
    expect(merkleRoot(sha256, ["", "\u0000"])).toBe(
      "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    );
  });

  test("is proven for each leaf by its path, and by no other place or leaf", () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.string(), { minLength: 1, maxLength: 40 }),
        fc.nat(),
        fc.nat(),
        (leaves, at, elsewhere) => {
          const index = at % leaves.length;
          const root = merkleRoot(sha256, leaves);
          const place = { index, size: leaves.length, path: auditPaths(sha256, leaves)[index] ?? [] };
          expect(rootFrom(sha256, leaves[index] ?? "", place)).toBe(root);
          expect(rootFrom(sha256, `${leaves[index]}x`, place)).not.toBe(root);
          const other = elsewhere % leaves.length;
          if (other !== index)
            expect(rootFrom(sha256, leaves[index] ?? "", { ...place, index: other })).not.toBe(root);
          expect(rootFrom(sha256, leaves[index] ?? "", { ...place, path: [...place.path, root] })).not.toBe(
            root,
          );
          if (place.path.length > 0)
            expect(rootFrom(sha256, leaves[index] ?? "", { ...place, path: place.path.slice(1) })).not.toBe(
              root,
            );
        },
      ),
    );
  });
});

describe("a signature", () => {
  test("holds for its text and key, however the base64 of neither can be written otherwise", async () => {
    const key = newSigningKey();
    const [publicKey, signature] = [await key.publicKey(), await key.sign("text")];
    expect(verify(publicKey, "text", signature)).toBe(true);
    expect(verify(publicKey, "texts", signature)).toBe(false);
    expect(verify(await newSigningKey().publicKey(), "text", signature)).toBe(false);
    for (const text of [publicKey, signature]) {
      const same = text.replace(/=*$/, "");
      const swap = (value: string) => (text === publicKey ? [value, signature] : [publicKey, value]);
      for (const other of [same, `${text} `, `${text}=`].filter((each) => each !== text)) {
        const [first = "", second = ""] = swap(other);
        expect(verify(first, "text", second)).toBe(false);
      }
    }
  });

  test.each([
    ["another curve", () => generateKeyPairSync("ec", { namedCurve: "secp256k1" })],
    ["RSA", () => generateKeyPairSync("rsa", { modulusLength: 2048 })],
  ])("by a key of %s is none", (_, make) => {
    const { publicKey, privateKey } = make();
    const spki = publicKey.export({ format: "der", type: "spki" }).toString("base64");
    expect(verify(spki, "text", sign("sha256", Buffer.from("text"), privateKey).toString("base64"))).toBe(
      false,
    );
  });
});
