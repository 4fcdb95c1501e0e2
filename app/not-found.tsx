import { NoSuchPage } from "@/components/shell/dead-end";
import { DeskShell } from "./_parts/desk";
import { getActor } from "./_server/session";

export default async function NotFound() {
  const actor = await getActor();
  return (
    <DeskShell actor={actor}>
      <NoSuchPage signedIn={actor !== null} />
    </DeskShell>
  );
}
