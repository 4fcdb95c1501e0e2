import { ClosedPage } from "@/components/shell/dead-end";

/** The desk has its own; without one here, Next sends its own with every page. */
export default function Forbidden() {
  return <ClosedPage />;
}
