export { StateBadge } from "@/components/ui/marks";
