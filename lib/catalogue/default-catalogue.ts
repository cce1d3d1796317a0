import { catalogueTable } from '../../assets/generated/catalogue';
import { entities } from '../../assets/generated/entities';
import { createCatalogue } from './create-catalogue';

/** The catalogue of this build. Keep it out of pages that only show a report: it is most of the background's size. */
export const catalogue = createCatalogue(catalogueTable, entities);

/** Response headers, in lower case, that tell who hosts a page: the only ones of that kind that are read. */
export const hostingHeaders: ReadonlySet<string> = new Set(catalogueTable.headerRules.map(({ header }) => header));
