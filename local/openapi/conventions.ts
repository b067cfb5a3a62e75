import { rateLimits } from "../../shared/domain/rate-limit.ts";

/** What holds for every endpoint, in Markdown; the description and the page begin with it. */
export const conventions = `The hosted API of IPR CENcomm. Everything a person can do in the console is this API.

- **Sign-in**: \`Authorization: Bearer <access token>\` of the caller's own administration. What a caller may do is decided by
  roles at each request, never by the token.
- **Systems** call as a system account, which a contact point makes (\`POST /v1/system-accounts\`) with the scopes it needs. Its client id and secret
  are exchanged at its \`tokenEndpoint\` for an access token by OAuth 2.0 client credentials (RFC 6749, 4.4): \`grant_type=client_credentials\` as a form,
  the client id and secret as HTTP Basic. A token is good for an hour: keep it and ask for the next one when it ends, not for each call. Rotating gives another
  secret and leaves the one before good for the days named (7 unless said otherwise); deleting an account refuses it from its next request on.
- **Refusals** are \`application/problem+json\` (RFC 9457): a stable \`type\`, a \`detail\` that a person can act on, the request's id as
  \`instance\`, and where fields are at fault \`errors\` with a JSON Pointer (or the parameter's name) and what would be right. What does
  not exist and what the caller may not know of are answered alike, with 404.
- **Versions**: an \`ETag\` names the version shown. A change of an existing thing sends it as \`If-Match\`: without it 428, overtaken
  by another change 412. \`PATCH\` is a JSON Merge Patch (RFC 7396).
- **Retries**: a \`POST\` with an \`Idempotency-Key\` can be sent again for 7 days with the same outcome; with another body it is 422.
- **Limits** are a caller's own and an administration's own, by the minute (${rateLimits.person} requests of a person, ${rateLimits.systemAccount} of a system); whoever is above one is
  answered 429 with \`Retry-After\` in seconds, and is served again after it.
- **Lists** come in pages: \`limit\` up to 100, and \`nextCursor\` to be passed on unchanged as \`cursor\`, with the same filter; a \`Link\` header
  with \`rel="next"\` leads there, too. A page may be shorter than asked although more follow; the last one's \`nextCursor\` is null.
- **Bodies and queries**: unknown fields and parameters are refused. Times are RFC 3339 in UTC; texts are normalised to NFC and
  have no control characters. Answers may gain fields: ignore those you do not know.`;
