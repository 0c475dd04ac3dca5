/** The rooms of each top folder from bottom to top, as Markdown. */
export function tableOfRooms(rooms: { readonly [top: string]: readonly { readonly room: string; readonly purpose: string }[] }): string;
