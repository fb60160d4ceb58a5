/** How many requests one visitor and one network address may make in a minute. */
export type Limits = {
  messagesPerVisitor: number;
  messagesPerAddress: number;
  readsPerAddress: number;
  /** Event streams open at the same moment. */
  streamsPerVisitor: number;
};

/** How the web channel is run. Everything but the port has a default. */
export type WebSettings = {
  /** 0 takes any free port. */
  port: number;
  /** Address to listen on; 127.0.0.1 unless told. */
  host?: string;
  /** Believe X-Forwarded-For, -Proto and -Host; only behind a proxy of your own. */
  behindProxy?: boolean;
  limits?: Partial<Limits>;
  /** Milliseconds between two signs of life on an event stream. */
  heartbeat?: number;
  /** Told of failures a person should look at; never given a visitor's identity or words. */
  report?: (what: string, error: unknown) => void;
  now?: () => Date;
};

const LIMITS: Limits = {
  messagesPerVisitor: 20,
  // A service hall or a company shares one address, so this is far above one person's pace.
  messagesPerAddress: 300,
  readsPerAddress: 1_200,
  streamsPerVisitor: 12,
};

/** Settings with every default filled in. */
export type CompleteWebSettings = Required<Omit<WebSettings, "limits">> & { limits: Limits };

/**
 * @param settings what the operator chose
 * @returns the same with the defaults for everything left out
 */
export function withDefaults(settings: WebSettings): CompleteWebSettings {
  return {
    host: "127.0.0.1",
    behindProxy: false,
    heartbeat: 15_000,
    report: () => {},
    now: () => new Date(),
    ...settings,
    limits: { ...LIMITS, ...settings.limits },
  };
}
