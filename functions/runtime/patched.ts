import * as z from "zod/mini";
import { mergePatch } from "../../shared/domain/merge-patch.ts";
import { Problem } from "../../shared/domain/problem.ts";
import { parse, pointer, UNKNOWN_FIELD } from "./parse.ts";

type Schema = z.core.$ZodType;

/** The objects that a schema may stand for: what is optional, and each kind of a union. */
const objectsOf = (schema: Schema): readonly z.core.$ZodObject[] => {
  if (schema instanceof z.ZodMiniObject) return [schema];
  if (schema instanceof z.ZodMiniOptional || schema instanceof z.ZodMiniDefault)
    return objectsOf(schema._zod.def.innerType);
  return schema instanceof z.ZodMiniUnion || schema instanceof z.ZodMiniDiscriminatedUnion
    ? schema._zod.def.options.flatMap(objectsOf)
    : [];
};

/** Where a patch removes what no schema knows: merged, nothing would be left of it to be refused. */
const unknownRemovals = (
  schemas: readonly Schema[],
  patch: unknown,
  path: readonly string[],
): readonly string[] => {
  if (typeof patch !== "object" || patch === null || Array.isArray(patch)) return [];
  const objects = schemas.flatMap(objectsOf);
  return Object.entries(patch).flatMap(([name, value]) => {
    const known = objects.flatMap(({ _zod: { def } }) => {
      const field = Object.hasOwn(def.shape, name) ? def.shape[name] : undefined;
      return field === undefined ? [] : [field];
    });
    if (value === null) return known.length === 0 ? [pointer([...path, name])] : [];
    return known.length === 0 ? [] : unknownRemovals(known, value, [...path, name]);
  });
};

/** What a merge patch makes of something, parsed as a whole; an unknown name is refused also where it is removed. */
export const patched = <S extends z.ZodMiniType>(schema: S, target: unknown, patch: unknown): z.infer<S> => {
  const unknowns = unknownRemovals([schema], patch, []);
  const errors = unknowns.map((at) => ({ pointer: at, detail: UNKNOWN_FIELD }));
  if (errors.length > 0) throw new Problem("invalid", UNKNOWN_FIELD, errors);
  return parse(schema, mergePatch(target, patch), "body");
};
