-- What a turn began with, so that its answer can be made again from the same inputs.
-- AlterTable
ALTER TABLE "turn" ADD COLUMN     "rules" TEXT,
ADD COLUMN     "state_before" JSONB;
