import { editPage } from "@/app/_parts/edit-page";
import { reviseOrganizationAction } from "../../actions";

const page = editPage("organization", "organizations", reviseOrganizationAction);

export const generateMetadata = page.generateMetadata;
export default page.Page;
