import {
  ActionRowBuilder,
  AttachmentBuilder,
  ButtonBuilder,
  ButtonStyle,
  ChannelSelectMenuBuilder,
  ContainerBuilder,
  EmbedBuilder,
  LabelBuilder,
  MessageFlags,
  ModalBuilder,
  RoleSelectMenuBuilder,
  SeparatorSpacingSize,
  StringSelectMenuBuilder,
  TextInputBuilder,
  TextInputStyle,
  UserSelectMenuBuilder,
} from 'discord.js';

/** One pixel, black. */
export const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNkYAAAAAYAAjCB0C8AAAAASUVORK5CYII=',
  'base64',
);

export const HOSTILE = '<img src=x onerror="document.title=\'taken\'"><script>document.title="taken"</script>';

const TEXT = [
  '# Heading one',
  '## Heading two',
  '### Heading three',
  '-# small print',
  '**bold** *italic* __underlined__ ~~struck~~ `code` ||hidden||',
  '> a quote',
  '- one',
  '  - inside one',
  '- two',
  '1. first',
  '2. second',
  '[a page](https://example.org/page) <t:0:D> <t:1893456000:R>',
  '```js\nconst a = 1;\n```',
  HOSTILE,
].join('\n');

export function button(
  id: string,
  label: string,
  style: Exclude<ButtonStyle, ButtonStyle.Link> = ButtonStyle.Secondary,
) {
  return new ButtonBuilder()
    .setCustomId(id)
    .setLabel(label)
    .setStyle(style as ButtonStyle.Secondary);
}

export function demoCard(count: number) {
  const card = new ContainerBuilder()
    .setAccentColor(0xb7791f)
    .addTextDisplayComponents((text) => text.setContent(TEXT))
    .addSeparatorComponents((line) => line.setDivider(true).setSpacing(SeparatorSpacingSize.Large))
    .addSectionComponents((section) =>
      section
        .addTextDisplayComponents((text) => text.setContent(`Pressed ${count} times`))
        .setButtonAccessory(button('count', 'Count', ButtonStyle.Primary)),
    )
    .addSectionComponents((section) =>
      section
        .addTextDisplayComponents((text) => text.setContent('With a picture'))
        .setThumbnailAccessory((picture) => picture.setURL('attachment://pixel.png').setDescription('A pixel')),
    )
    .addMediaGalleryComponents((gallery) =>
      gallery.addItems(
        (item) => item.setURL('attachment://pixel.png').setDescription('First'),
        (item) => item.setURL('https://example.org/elsewhere.png').setDescription('From elsewhere').setSpoiler(true),
      ),
    )
    .addFileComponents((file) => file.setURL('attachment://lore.csv'));
  const files = [
    new AttachmentBuilder(PIXEL, { name: 'pixel.png' }),
    new AttachmentBuilder(Buffer.from('a,b\n1,2\n'), { name: 'lore.csv' }),
  ];
  return { components: [card], files, flags: MessageFlags.IsComponentsV2 as const };
}

export function demoButtons(page: number) {
  const row = new ActionRowBuilder<ButtonBuilder>().addComponents(
    button('page:back', '◀').setDisabled(page <= 1),
    button('page:on', '▶').setDisabled(page >= 3),
    button('form', 'Open a form', ButtonStyle.Success),
    button('silent', 'No answer', ButtonStyle.Danger),
    new ButtonBuilder().setLabel('A page').setStyle(ButtonStyle.Link).setURL('https://example.org/'),
  );
  return { content: `Page ${page} of 3`, components: [row] };
}

export function demoSelects() {
  const words = new StringSelectMenuBuilder()
    .setCustomId('words')
    .setPlaceholder('Some words')
    .setMinValues(1)
    .setMaxValues(2)
    .addOptions(
      ['Alpha', 'Beta', 'Gamma'].map((label) => ({ label, value: label.toLowerCase(), description: `${label} it is` })),
    );
  const rows = [
    words,
    new UserSelectMenuBuilder().setCustomId('users').setPlaceholder('Somebody'),
    new RoleSelectMenuBuilder().setCustomId('roles').setPlaceholder('A role'),
    new ChannelSelectMenuBuilder().setCustomId('channels').setPlaceholder('A channel'),
  ].map((select) => new ActionRowBuilder<typeof select>().addComponents(select).toJSON());
  return { content: 'Choose', components: rows };
}

export function demoForm() {
  const pick = new StringSelectMenuBuilder().setCustomId('why').addOptions({ label: 'Because', value: 'because' });
  const someone = new UserSelectMenuBuilder().setCustomId('who').setRequired(false);
  const labels = [
    new LabelBuilder()
      .setLabel('Title')
      .setDescription('A few words')
      .setTextInputComponent(
        new TextInputBuilder().setCustomId('title').setStyle(TextInputStyle.Short).setMaxLength(40),
      ),
    new LabelBuilder()
      .setLabel('Text')
      .setTextInputComponent(
        new TextInputBuilder().setCustomId('text').setStyle(TextInputStyle.Paragraph).setRequired(false),
      ),
    new LabelBuilder().setLabel('Why').setStringSelectMenuComponent(pick),
    new LabelBuilder().setLabel('Who').setUserSelectMenuComponent(someone),
  ];
  return new ModalBuilder()
    .setCustomId('form')
    .setTitle('A form')
    .addLabelComponents(...labels);
}

export function demoEmbed() {
  const embed = new EmbedBuilder()
    .setColor(0x2f7d6d)
    .setTitle('An embed')
    .setURL('https://example.org/')
    .setDescription(`**Bold** and ${HOSTILE}`)
    .addFields({ name: 'Left', value: 'one', inline: true }, { name: 'Right', value: 'two', inline: true })
    .setFooter({ text: 'The end' });
  return {
    embeds: [embed],
    files: [
      new AttachmentBuilder(PIXEL, { name: 'pixel.png' }),
      new AttachmentBuilder(Buffer.from('x'), { name: 'note.txt' }),
    ],
  };
}
