/**
 * What drawing a message needs to know besides the message.
 *
 * @typedef {object} RenderContext
 * @property {number} nowMs the server's time
 * @property {string} viewerId who looks
 * @property {string} filesOrigin from where pictures are loaded; any other picture is only named
 * @property {(id: string) => { name: string, color: number } | null} user
 * @property {(id: string) => { name: string, color: number } | null} role
 * @property {(id: string) => { name: string } | null} channel
 * @property {Actions} actions
 *
 * @typedef {object} Actions what a person can do to a message
 * @property {(messageId: string, component: string) => void} click
 * @property {(messageId: string, select: Json, anchor: HTMLElement) => void} openSelect
 * @property {(messageId: string) => void} dismiss
 *
 * @typedef {Record<string, any>} Json a component or embed as Discord keeps it
 */

export {};
