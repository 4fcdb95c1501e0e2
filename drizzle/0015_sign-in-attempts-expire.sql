ALTER TABLE "sign_in_attempts" ALTER COLUMN "expire" SET DATA TYPE timestamp with time zone USING to_timestamp("expire" / 1000.0);
