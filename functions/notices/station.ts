/** The areas that a station lies in and serves; none where no such station is known. */
export const areasOfStation = async (_station: string): Promise<string[]> => [];
