import { NoSuchPage } from "@/components/shell/dead-end";
import { Desk } from "./_parts/desk";
import { getActor } from "./_server/session";

export default async function NotFound() {
  const actor = await getActor();
  return (
    <Desk actor={actor}>
      <NoSuchPage signedIn={actor !== null} />
    </Desk>
  );
}
