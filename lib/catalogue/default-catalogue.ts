import { catalogueTable } from '../../assets/generated/catalogue';
import { entities } from '../../assets/generated/entities';
import { createCatalogue } from './create-catalogue';

/** The catalogue of this build. Keep it out of pages that only show a report: it is most of the background's size. */
export const catalogue = createCatalogue(catalogueTable, entities);
