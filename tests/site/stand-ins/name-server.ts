import { answerToQuery } from '../name-service';
import { reply } from '../reply';
import { standIn } from '../site';

/** Plays the name service that Firefox asks over https (RFC 8484); see tests/browser/support/firefox-prefs.ts. */
export const nameServerHost = 'name-server.test';

const aliases = {
  'metrics.aliased.example': 'shop.sc.omtrdc.net',
  'static.aliased.example': 'assets.aliased-cdn.test',
  'assets.aliased-cdn.test': 'shop-1.eu-central-1.elb.amazonaws.com',
  'odd.aliased.example': 'abc.unheard-of.example',
};

export const nameServer = standIn(nameServerHost, {
  '/dns-query': ({ url }) => {
    const query = Buffer.from(url.searchParams.get('dns') ?? '', 'base64url');
    return reply(200, 'application/dns-message', answerToQuery(query, aliases));
  },
});
