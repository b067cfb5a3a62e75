import { afterEach, expect, test, vi } from "vitest";
import { defaultProvider } from "../../../functions/runtime/credentials.ts";

afterEach(() => vi.unstubAllEnvs());

const given = (session: string | undefined): void => {
  vi.stubEnv("AWS_ACCESS_KEY_ID", "AKIDEXAMPLE");
  vi.stubEnv("AWS_SECRET_ACCESS_KEY", "a secret");
  vi.stubEnv("AWS_SESSION_TOKEN", session);
};

test("a function signs with what its environment gives it", async () => {
  given("a session");
  expect(await defaultProvider()()).toEqual({
    accessKeyId: "AKIDEXAMPLE",
    secretAccessKey: "a secret",
    sessionToken: "a session",
  });
  given(undefined);
  expect(await defaultProvider()()).not.toHaveProperty("sessionToken");
});

test("a function without credentials says so, and looks nowhere else for some", async () => {
  given("a session");
  vi.stubEnv("AWS_SECRET_ACCESS_KEY", undefined);
  await expect(defaultProvider()()).rejects.toThrow("no credentials in its environment");
});
