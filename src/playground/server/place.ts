/** Where a tab of the page stands, and as whom. */
export interface TabPlace {
  readonly guildId: string;
  readonly channelId: string;
  readonly userId: string;
}
