import { editPage } from "@/app/_parts/edit-page";
import { reviseStationAction } from "../../actions";

const page = editPage("station", "stations", reviseStationAction);

export const generateMetadata = page.generateMetadata;
export default page.Page;
