/** The hidden fields by which React finds the action of the form that has a field of this name. */
export function formMarks(html: string, field: string): [name: string, value: string][] {
  const form = html.match(/<form[\s\S]*?<\/form>/g)?.find((text) => text.includes(`name="${field}"`)) ?? "";
  return [...form.matchAll(/name="(\$ACTION[^"]*)"(?: value="([^"]*)")?/g)].map(([, name = "", value = ""]) => [
    name,
    value.replaceAll("&quot;", '"').replaceAll("&amp;", "&"),
  ]);
}
