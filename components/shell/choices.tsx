type Props = {
  legend: string;
  name: string;
  options: readonly { value: string; label: string; lang?: string }[];
  current: string;
};

/** One of few, each a button that posts its form at once: works without JavaScript. */
export function PreferenceChoices({ legend, name, options, current }: Props) {
  return (
    <fieldset className="flex flex-wrap items-center gap-1">
      <legend className="sr-only">{legend}</legend>
      {options.map(({ value, label, lang }) => (
        <button
          key={value}
          type="submit"
          name={name}
          value={value}
          lang={lang}
          aria-pressed={value === current}
          className="choice"
        >
          {label}
        </button>
      ))}
    </fieldset>
  );
}
