-- AlterTable
ALTER TABLE "revision" ADD COLUMN     "gesture" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "inverse" JSONB,
ADD COLUMN     "role" TEXT NOT NULL DEFAULT 'edit',
ALTER COLUMN "storyboard" DROP NOT NULL;

-- AlterTable
ALTER TABLE "take" ADD COLUMN     "deleted_at" TIMESTAMPTZ(3),
ADD COLUMN     "label" TEXT NOT NULL DEFAULT '';

-- CreateTable
CREATE TABLE "setting" (
    "key" TEXT NOT NULL,
    "value" JSONB NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "setting_pkey" PRIMARY KEY ("key")
);
