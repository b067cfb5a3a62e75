/**
 * Keys under which a form's requests are performed once, however often they are sent: the same body keeps its key, so
 * that a retry after a lost answer changes nothing twice; another body is another request.
 */
export const idempotencyKeys = (newKey: () => string): ((body: unknown) => string) => {
  let last: { readonly body: string; readonly key: string } | undefined;
  return (body) => {
    const text = JSON.stringify(body ?? null);
    if (last?.body !== text) last = { body: text, key: newKey() };
    return last.key;
  };
};
