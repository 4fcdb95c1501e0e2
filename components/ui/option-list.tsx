"use client";

type Props = {
  /** A value and its words, one after the other. */
  choices: readonly string[];
};

/** The options of a long list. A client component, since what the server draws is sent twice: of these only the words are. */
export function OptionList({ choices }: Props) {
  return choices.map(
    (value, index) =>
      index % 2 === 0 && (
        <option key={value} value={value}>
          {choices[index + 1]}
        </option>
      ),
  );
}
