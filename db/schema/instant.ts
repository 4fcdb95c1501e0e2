import { customType } from "drizzle-orm/pg-core";

/** A moment, millisecond precision, read as ISO 8601 in UTC ("2022-11-01T09:30:00.000Z"). */
export const instant = customType<{ data: string; driverData: string }>({
  dataType: () => "timestamp(3) with time zone",
  fromDriver: (value) => new Date(value).toISOString(),
});
