import { pathToFileURL } from "node:url";
import { readPublicAlerts } from "./public-alerts/record.ts";
import { convert, reportOf } from "./public-alerts/report.ts";

/** Says what would become of public alerts as the seed writes them: those that come along, or those of a file named. */
const [file] = process.argv.slice(2);
const lines = await readPublicAlerts(file === undefined ? undefined : pathToFileURL(file));
for (const line of reportOf(convert(lines, new Date()))) console.log(line);
