/** One request to the table, what it answered, and after how many waves of requests it was made. */
export interface Call {
  readonly operation: string;
  readonly body: string;
  readonly answer: string;
  readonly wave: number;
}

/** Reads are told apart by what they ask for; a write is answered as the writes before it were. */
const keyOf = (operation: string, body: string): string =>
  /^(GetItem|BatchGetItem|Query)$/.test(operation) ? `${operation} ${body}` : operation;

/** What asks for an id that was made in this very invocation is as long as what asked for the one of then. */
const likeKeyOf = (operation: string, body: string): string => `${operation} of ${body.length}`;

/** Answers from a recording. What is asked more than once in an invocation is answered in the order of then. */
export const answersOf = (calls: readonly Call[]): ((operation: string, body: string) => string) => {
  const known = new Map<string, { readonly answers: string[]; next: number }>();
  for (const { operation, body, answer } of calls)
    for (const key of new Set([keyOf(operation, body), likeKeyOf(operation, body)])) {
      const entry = known.get(key) ?? { answers: [], next: 0 };
      entry.answers.push(answer);
      known.set(key, entry);
    }
  return (operation, body) => {
    const entry = known.get(keyOf(operation, body)) ?? known.get(likeKeyOf(operation, body));
    if (entry === undefined) throw new Error(`Nothing was recorded for ${operation} ${body}`);
    const answer = entry.answers[entry.next % entry.answers.length] ?? "{}";
    entry.next++;
    return answer;
  };
};

/** The requests of one invocation, and which of them were under way together. */
export const recorder = (answer: (operation: string, body: string) => string) => {
  let calls: Call[] = [];
  let wave = 0;
  let open = 0;
  return {
    respond: async (operation: string, body: string): Promise<string> => {
      if (open === 0) wave++;
      open++;
      const call = { operation, body, answer: answer(operation, body), wave };
      calls.push(call);
      // Whatever is asked at the same time arrives meanwhile.
      await new Promise((resume) => setTimeout(resume, 15));
      open--;
      return call.answer;
    },
    take: (): readonly Call[] => {
      const taken = calls;
      calls = [];
      wave = 0;
      return taken;
    },
  };
};
