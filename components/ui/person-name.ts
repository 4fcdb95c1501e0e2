import { useTranslations } from "#translations";

/** A person's name, marked where the account is disabled: nobody is waiting behind it. */
export function usePersonName() {
  const t = useTranslations("common");
  return ({ name, isDisabled }: { readonly name: string; readonly isDisabled: boolean }) =>
    isDisabled ? t("accountDisabled", { name }) : name;
}
