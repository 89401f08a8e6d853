-- AlterTable
ALTER TABLE "asset" ADD COLUMN     "lost" BOOLEAN NOT NULL DEFAULT false;
