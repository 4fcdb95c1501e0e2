import { deadlineCalendar } from "@/app/_server/deadline-calendar";
import { feed } from "@/app/_server/feed-reader";

export const GET = feed(deadlineCalendar);
