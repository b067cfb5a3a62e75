import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readCsv, writeCsv, writeForSpreadsheet } from "../../../shared/domain/csv.ts";
import { readPeople } from "../../../shared/domain/people-import.ts";

describe("a file of comma-separated values", () => {
  test("that is written is read as it was, whatever stands in it", () => {
    const cell = fc.string({
      unit: fc.constantFrom("a", "é", '"', ",", ";", "\t", "\n", "\r", " ", "'", "="),
    });
    // A line of nothing is no row.
    const cells = fc.tuple(fc.constant("x"), cell, cell, cell).map((each) => [...each]);
    fc.assert(
      fc.property(fc.array(cells, { minLength: 1 }), (rows) => {
        // The first line says what separates.
        const all = [["a", "b", "c", "d"], ...rows];
        expect(readCsv(writeCsv(all)).map((row) => row.cells)).toEqual(all);
      }),
    );
  });

  test.each([
    ["semicolons", "name;email\r\nA;a@fr.example"],
    ["tabs", "name\temail\nA\ta@fr.example\n"],
    ["old line ends and a byte order mark", "\uFEFFname,email\rA,a@fr.example"],
  ])("with %s is read, too", (_, text) => {
    expect(readCsv(text).map(({ cells }) => cells)).toEqual([
      ["name", "email"],
      ["A", "a@fr.example"],
    ]);
  });

  test("is counted as a spreadsheet counts: empty lines are rows, and a row with a line break is one", () => {
    expect(readCsv('name\n\n"two\nlines"\n\nlast\n').map(({ row }) => row)).toEqual([1, 3, 5]);
  });

  test("for a spreadsheet holds no formula", () => {
    for (const first of ["=", "+", "-", "@", "\t", "\r"])
      expect(readCsv(writeForSpreadsheet([["name"], [`${first}1+1`]]))[1]?.cells[0]).toMatch(/^'/);
  });
});

const read = (...lines: readonly string[]) =>
  readPeople(["name,email,roles", ...lines].join("\n"), (role) => role !== "operator");
const rowsOf = (...lines: readonly string[]) => {
  const file = read(...lines);
  if ("refusal" in file) throw new Error(file.refusal);
  return file.rows;
};

describe("whom a file names", () => {
  test("is read in whatever order the columns are, with roles in words of any case", () => {
    const file = readPeople("Roles,E-mail,EMAIL,Name\nOfficer Duty,x,A@FR.example,Officer\n", () => true);
    expect(file).toEqual({
      rows: [{ row: 2, name: "Officer", email: "a@fr.example", roles: ["officer", "duty"], errors: [] }],
    });
  });

  test("each row that is wrong says in which column, and what would be right", () => {
    const [first, second, third, fourth] = rowsOf(
      ",a@fr.example,officer",
      "B,no address,officer",
      "C,c@fr.example,operator",
      "D,d@fr.example,",
    );
    expect(first?.errors).toMatchObject([{ column: "name", detail: expect.stringMatching(/required/) }]);
    expect(second?.errors).toMatchObject([{ column: "email", detail: expect.stringMatching(/looks like/) }]);
    expect(third?.errors).toEqual([
      {
        column: "roles",
        detail:
          "You can give no role operator. Write one or more of: contact-point, releaser, officer, reader, duty, auditor.",
      },
    ]);
    expect(fourth?.errors).toMatchObject([
      { column: "roles", detail: expect.stringMatching(/at least one/) },
    ]);
  });

  test("of an address that is there twice, the first counts and the second names it", () => {
    const [first, second] = rowsOf("A,a@fr.example,officer", "B,A@fr.example,duty");
    expect(first?.errors).toEqual([]);
    expect(second?.errors).toEqual([
      { column: "email", detail: "Row 2 has this address already. Leave one of them out." },
    ]);
  });

  test("a file without one of the columns, or without people, is refused as a whole", () => {
    expect(readPeople("name,mail\nA,a@fr.example", () => true)).toEqual({
      refusal: "The first row names the columns name, email and roles; it lacks email, roles.",
    });
    expect(read()).toEqual({ refusal: "Write at least one person below the first row." });
    expect(readPeople("", () => true)).toHaveProperty("refusal");
  });
});
