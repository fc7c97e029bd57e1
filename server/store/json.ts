declare const shape: unique symbol

/** JSON text of a T, as a column holds it. */
export type Json<T> = string & { readonly [shape]?: T }

export const toJson = <T>(value: T): Json<T> => JSON.stringify(value) as Json<T>
export const fromJson = <T>(json: Json<T>): T => JSON.parse(json) as T
