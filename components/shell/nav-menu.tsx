import { type FocusEvent, type KeyboardEvent, type ReactNode, useRef } from "react";

type Props = {
  label: ReactNode;
  /** Whether the reader is at one of its places. */
  isHere: boolean;
  /** Items of a list. */
  children: ReactNode;
};

/** Places behind a word. It opens without JavaScript, one at a time; with it, it closes when the reader goes elsewhere. */
export function NavMenu({ label, isHere, children }: Props) {
  const menu = useRef<HTMLDetailsElement>(null);
  const close = () => {
    if (menu.current) menu.current.open = false;
  };
  const closeOnEscape = ({ key }: KeyboardEvent) => {
    if (key !== "Escape" || !menu.current?.open) return;
    close();
    menu.current.querySelector("summary")?.focus();
  };
  const closeWhenLeft = ({ relatedTarget }: FocusEvent) => {
    if (!menu.current?.contains(relatedTarget)) close();
  };
  return (
    <details ref={menu} name="nav-menu" onKeyDown={closeOnEscape} onBlur={closeWhenLeft} className="nav-menu">
      <summary data-here={isHere || undefined}>{label}</summary>
      <ul>{children}</ul>
    </details>
  );
}
