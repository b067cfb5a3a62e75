/** What each folder may import; what a folder's line does not name, it may not. */
const mayImport = {
  "shared/names": [],
  "shared/reference": ["shared/reference"],
  "shared/domain": ["shared/domain", "shared/reference"],
  "shared/contract": ["shared/contract", "shared/domain"],
  "shared/adapters": ["shared/adapters", "shared/domain", "shared/names"],
  functions: ["functions", "shared"],
  infra: ["infra", "shared/names", "shared/contract"],
  web: ["web", "shared/domain", "shared/contract", "shared/reference"],
  local: ["local", "shared"],
};

/** Packages that a folder may use; a folder without a line here may use any. */
const mayUse = {
  "shared/names": [],
  "shared/reference": [],
  "shared/domain": ["zod"],
  "shared/contract": ["zod"],
};

const anyOf = (names) => (names.length === 0 ? "(?!)" : `(${names.join("|")})`);
const within = (folders) => `^${anyOf(folders)}(/|\\.ts$)`;

module.exports = {
  forbidden: [
    { name: "no-cycles", severity: "error", from: {}, to: { circular: true } },
    { name: "no-unresolvable", severity: "error", from: {}, to: { couldNotResolve: true } },
    ...Object.entries(mayImport).map(([folder, allowed]) => ({
      name: `imports-of-${folder.replace("/", "-")}`,
      comment: `${folder} may import ${allowed.join(", ") || "nothing"}.`,
      severity: "error",
      from: { path: within([folder]) },
      to: { path: "^(shared|functions|infra|web|local|tests)/", pathNot: within(allowed) },
    })),
    ...Object.entries(mayUse).map(([folder, allowed]) => ({
      name: `packages-of-${folder.replace("/", "-")}`,
      comment: `${folder} may use ${allowed.join(", ") || "no package"}.`,
      severity: "error",
      from: { path: within([folder]) },
      to: { dependencyTypes: ["npm", "npm-dev", "core"], pathNot: `node_modules/${anyOf(allowed)}/` },
    })),
    {
      name: "aws-through-adapters",
      comment: "functions/runtime/dependencies.ts builds the clients, shared/adapters use them.",
      severity: "error",
      from: { path: "^functions/", pathNot: "^functions/runtime/dependencies\\.ts$" },
      to: { path: "node_modules/@aws-sdk/" },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^(\\.build|\\.local|cdk\\.out)/" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "node", "types", "default"],
    },
  },
};
