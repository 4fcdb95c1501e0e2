/** Runs one step and prints what it is, how it went and how long it took. */
export async function runWithProgress<T>(
  title: string,
  work: (note: (line: string) => void) => Promise<T>,
  outcome: (result: T) => string = () => "",
): Promise<T> {
  const started = performance.now();
  let noted = false;
  process.stdout.write(title.padEnd(14));
  const result = await work((line) => {
    process.stdout.write(`${noted ? "" : "\n"}${" ".repeat(16)}${line}\n`);
    noted = true;
  }).catch((error) => {
    process.stdout.write("\n");
    throw error;
  });
  process.stdout.write(
    `${noted ? " ".repeat(14) : ""}${formatSeconds(performance.now() - started)}  ${outcome(result)}\n`,
  );
  return result;
}

export const formatSeconds = (milliseconds: number) => `${(milliseconds / 1000).toFixed(1)} s`.padStart(7);
