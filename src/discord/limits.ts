/** Discord's documented limits (developer documentation, API v10), in characters unless said otherwise. */
export const LIMITS = {
  commandName: 32,
  commandDescription: 100,
  /** Names, descriptions and values of one command together. */
  commandTotal: 8000,
  options: 25,
  choices: 25,
  choiceName: 100,
  choiceValue: 100,
  customId: 100,
  buttonLabel: 80,
  buttonsInRow: 5,
  selectChoices: 25,
  placeholder: 150,
  choiceLabel: 100,
  modalTitle: 45,
  fieldLabel: 45,
  fieldText: 4000,
  /** All text displays of one message together. */
  textTotal: 4000,
  /** Of one attachment, where Discord does not say more: 10 MiB. */
  fileBytes: 10 * 1024 * 1024,
  /** Components of one message, nested ones counted. */
  components: 40,
} as const;

/** At most this many lines on a page, small print included. */
export const PAGE_LINES = 14;

/** What has only so many lines stands on one page: nobody turns it for the last few. */
export const LINES_WITHOUT_PAGES = 18;

/** Room kept for the page number and for saying that pages cannot be turned. */
export const TEXT_RESERVED = 160;
