export { type CodeOption, searchOptions } from "../../../shared/reference/code-search.ts";
