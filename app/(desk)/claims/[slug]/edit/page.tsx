import { editPage } from "@/app/_parts/edit-page";
import { reviseClaimAction } from "../../actions";

const page = editPage("claim", "claims", reviseClaimAction);

export const generateMetadata = page.generateMetadata;
export default page.Page;
