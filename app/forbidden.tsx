import { ClosedPage } from "@/components/shell/dead-end";
import { DeskShell } from "./_parts/desk";
import { getActor } from "./_server/session";

export default async function Forbidden() {
  return (
    <DeskShell actor={await getActor()}>
      <ClosedPage why="forbidden" />
    </DeskShell>
  );
}
