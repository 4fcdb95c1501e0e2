type Props = {
  legend: string;
  name: string;
  options: readonly { value: string; label: string; lang?: string }[];
  current: string;
};

/** One of few, each a button that posts its form at once: works without JavaScript. */
export function PreferenceChoices({ legend, name, options, current }: Props) {
  return (
    <fieldset className="choices">
      <legend>{legend}</legend>
      {options.map(({ value, label, lang }) => (
        <button key={value} type="submit" name={name} value={value} lang={lang} aria-pressed={value === current}>
          {label}
        </button>
      ))}
    </fieldset>
  );
}
