import { ClosedPage } from "@/components/shell/dead-end";
import { Desk } from "./_parts/desk";
import { getActor } from "./_server/session";

export default async function Forbidden() {
  return (
    <Desk actor={await getActor()}>
      <ClosedPage why="forbidden" />
    </Desk>
  );
}
