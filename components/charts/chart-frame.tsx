import { type ReactElement, useSyncExternalStore } from "react";
import { ResponsiveContainer } from "recharts";

const never = () => () => {};

/** A chart as wide as its place: its height is kept free before it is drawn, so that nothing jumps. */
export function ChartFrame({ height, children }: { height: number; children: ReactElement }) {
  const isHere = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  return (
    <div className="overflow-hidden print-exact" style={{ height }}>
      {isHere && (
        <ResponsiveContainer width="100%" height={height} initialDimension={{ width: 640, height }}>
          {children}
        </ResponsiveContainer>
      )}
    </div>
  );
}

/** As many letters as fit, the last an ellipsis. @param width in CSS pixels */
export const shorten = (text: string, width: number, size = 13) => {
  const most = Math.max(3, Math.floor(width / (size * 0.5)));
  return text.length > most ? `${text.slice(0, most - 1)}…` : text;
};
