/** Discord's documented limits, in one place. Lengths are counted in code points. */
export const LIMIT = {
  content: 2000,
  nonce: 25,
  embeds: 10,
  embedTitle: 256,
  embedDescription: 4096,
  embedFields: 25,
  embedFieldName: 256,
  embedFieldValue: 1024,
  embedFooter: 2048,
  embedAuthor: 256,
  embedTotal: 6000,
  url: 2048,
  buttonUrl: 512,
  attachments: 10,
  attachmentText: 1024,
  mentionIds: 100,
  rows: 5,
  buttonsPerRow: 5,
  buttonLabel: 80,
  customId: 100,
  selectOptions: 25,
  selectText: 100,
  placeholder: 150,
  componentsTotal: 40,
  sectionTexts: 3,
  textDisplays: 4000,
  mediaItems: 10,
  mediaDescription: 1024,
  color: 0xffffff,
  modalComponents: 5,
  modalTitle: 45,
  labelText: 45,
  labelDescription: 100,
  inputText: 4000,
  inputPlaceholder: 100,
  uploads: 10,
  groupOptions: 10,
  chatCommands: 100,
  contextCommands: 15,
  commandName: 32,
  commandDescription: 100,
  commandOptions: 25,
  commandTotal: 8000,
  choices: 25,
  choiceText: 100,
  optionLength: 6000,
} as const;

/** An attachment's greatest size on a server without boosts. */
export const ATTACHMENT_BYTES = 10 * 1024 * 1024;

/** What Discord's clients allow a whole upload to weigh. */
export const REQUEST_BYTES = 110 * 1024 * 1024;

export function codePoints(text: string): number {
  let count = 0;
  for (const _ of text) count += 1;
  return count;
}
