-- The durable spine: conversations, what came in, what was decided, what goes out.
-- Runs on PostgreSQL 15 and later.

-- CreateTable
CREATE TABLE "conversation_address" (
    "zone" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "external_id" TEXT NOT NULL,
    "conversation_id" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "conversation_address_pkey" PRIMARY KEY ("zone","channel","external_id")
);

-- CreateTable
CREATE TABLE "conversation" (
    "id" TEXT NOT NULL,
    "zone" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "state" JSONB NOT NULL DEFAULT '{}',
    "lang" TEXT,
    "last_seq" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "conversation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "inbound_message" (
    "conversation_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "external_id" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "lang" TEXT,
    "at" TEXT NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "turn_id" TEXT,

    CONSTRAINT "inbound_message_pkey" PRIMARY KEY ("conversation_id","seq")
);

-- CreateTable
CREATE TABLE "turn" (
    "conversation_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "outcome" TEXT NOT NULL,
    "capability" TEXT NOT NULL,
    "lang" TEXT NOT NULL,
    "record" JSONB NOT NULL,
    "knowledge" TEXT NOT NULL,
    "ms" DOUBLE PRECISION NOT NULL,
    "reference" TEXT,
    "failure" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "turn_pkey" PRIMARY KEY ("conversation_id","id")
);

-- CreateTable
CREATE TABLE "outbound_message" (
    "conversation_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "turn_id" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "in_reply_to" TEXT[],
    "reply" JSONB NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'pending',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "due_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_error" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sent_at" TIMESTAMPTZ(3),

    CONSTRAINT "outbound_message_pkey" PRIMARY KEY ("conversation_id","seq")
);

-- CreateIndex
CREATE INDEX "conversation_address_conversation_id_idx" ON "conversation_address"("conversation_id");

-- CreateIndex
CREATE INDEX "inbound_message_waiting" ON "inbound_message"("conversation_id", "seq") WHERE (turn_id IS NULL);

-- CreateIndex
CREATE UNIQUE INDEX "inbound_message_conversation_id_external_id_key" ON "inbound_message"("conversation_id", "external_id");

-- CreateIndex
CREATE INDEX "turn_reference_idx" ON "turn"("reference");

-- CreateIndex
CREATE INDEX "outbound_message_pending" ON "outbound_message"("conversation_id", "seq") WHERE (status = 'pending'::text);

-- AddForeignKey
ALTER TABLE "inbound_message" ADD CONSTRAINT "inbound_message_conversation_id_fkey" FOREIGN KEY ("conversation_id") REFERENCES "conversation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "turn" ADD CONSTRAINT "turn_conversation_id_fkey" FOREIGN KEY ("conversation_id") REFERENCES "conversation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "outbound_message" ADD CONSTRAINT "outbound_message_conversation_id_fkey" FOREIGN KEY ("conversation_id") REFERENCES "conversation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

