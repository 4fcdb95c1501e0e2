import { DESK_WEEKS } from "../figures/workload";
import { describeDashboardFilter } from "../filters/describe-filter";
import type { Catalogue } from "../messages";
import { getTranslations } from "../text/translations";
import type { FigureContext, FigureFrame } from "./figure-model";

// What stands around the figures of a page, whatever was counted.

/** Whether a figure counts published records alone. */
const seesPublished = ({ filter, seesDrafts }: Pick<FigureContext, "filter" | "seesDrafts">) =>
  !seesDrafts || filter.records === "published";

const filterOf = ({ filter, seesDrafts, locale }: FigureContext) =>
  describeDashboardFilter(filter, seesDrafts, locale);

/** Of the page of charts. @param chart whose title and definition the catalogue has */
export const chartFrame =
  (chart: keyof Catalogue["charts"]["picture"]) =>
  (context: FigureContext): FigureFrame => {
    const t = getTranslations(context.locale, "charts");
    return {
      title: t(`picture.${chart}`),
      definition: t(`definition.${chart}`),
      filter: filterOf(context),
      sources: t(`sources.${seesPublished(context) ? "published" : "desk"}`),
      credits: t("credits"),
    };
  };

/** Of the summary. */
export const summaryFrame =
  (
    title: "governmentsTitle" | "monthsTitle" | "stepsTitle" | "weeksTitle",
    definition: "defined.responses" | "defined.evidence" | "defined.documented" | "weeksDefined",
  ) =>
  (context: FigureContext): FigureFrame => {
    const t = getTranslations(context.locale, "summary");
    return {
      title: t(title),
      definition: t(definition),
      filter: title === "weeksTitle" ? t("weeksFilter", { weeks: DESK_WEEKS }) : filterOf(context),
      sources: t("pictureSource"),
      credits: t("credits"),
    };
  };

/** Of the responses on the first page. */
export const answersFrame =
  (name: "kinds" | "governments") =>
  (context: FigureContext): FigureFrame => {
    const t = getTranslations(context.locale, "overview");
    return {
      title: t(`${name}Title`),
      definition: t(`${name}Defined`),
      filter: filterOf(context),
      sources: t(context.seesDrafts ? "provenance" : "provenancePublished"),
      credits: getTranslations(context.locale, "charts")("credits"),
    };
  };
