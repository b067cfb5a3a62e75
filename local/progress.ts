/** Says what is being done. `detail` is a line about it that may be replaced by the next one. */
export interface Progress {
  step<T>(title: string, work: (detail: (text: string) => void) => Promise<T>): Promise<T>;
  note(text: string): void;
}

const seconds = (since: number) => `${((performance.now() - since) / 1000).toFixed(1)} s`;

/** Numbered steps with their seconds; on a terminal the running one is kept current in place. */
export function numberedProgress(output: NodeJS.WriteStream = process.stdout): Progress {
  let number = 0;
  let clear = () => {};

  return {
    async step(title, work) {
      const began = performance.now();
      const head = `${String(++number).padStart(2)}  ${title}`;
      let detail = "";
      const show = () => {
        const line = `${head} ... ${seconds(began)}  ${detail}`.slice(0, (output.columns || 80) - 1);
        output.write(`\r\x1b[K${line}`);
      };
      clear = () => output.write("\r\x1b[K");
      const ticking = output.isTTY
        ? setInterval(show, 500)
        : setInterval(() => output.write(`    ... ${seconds(began)}  ${detail}\n`), 15_000);
      if (!output.isTTY) {
        clear = () => {};
        output.write(`${head}\n`);
      }
      try {
        const result = await work((text) => {
          detail = text;
        });
        clear();
        output.write(output.isTTY ? `${head}  ${seconds(began)}\n` : `    done in ${seconds(began)}\n`);
        return result;
      } finally {
        clearInterval(ticking);
        clear = () => {};
      }
    },
    note(text) {
      clear();
      output.write(`    ${text}\n`);
    },
  };
}
