/** The markup by which a page brings in each service, under the service's real host name. */
export const embeds = {
  analytics: '<script async src="https://www.googletagmanager.com/gtag/js?id=G-DEMO000001"></script>',
  tagManager: `<script>window.dataLayer = [{ 'gtm.start': Date.now(), event: 'gtm.js' }];</script>
<script async src="https://www.googletagmanager.com/gtm.js?id=GTM-DEMO1"></script>`,
  recaptcha: '<script async src="https://www.google.com/recaptcha/api.js"></script>',
  webForm: `<div class="pipedriveWebForms" data-pd-webforms="https://webforms.pipedrive.com/f/demo1">
<script src="https://webforms.pipedrive.com/f/loader"></script></div>`,
  chat: '<script async src="https://leadbooster-chat.pipedrive.com/assets/loader.js"></script>',
  scheduler: '<iframe title="Calendar" src="https://cloudops.pipedrive.com/scheduler/DEMO0001/first-call"></iframe>',
  board:
    '<iframe title="Whiteboard" src="https://miro.com/app/live-embed/uXjVDemo01=/?moveToViewport=0,0,800,600"></iframe>',
  meeting: `<script src="https://source.zoom.us/3.8.10/lib/vendor/react.min.js"></script>
<script src="https://source.zoom.us/zoom-meeting-3.8.10.min.js"></script>
<iframe title="Meeting" src="https://zoom.us/wc/join/85000000000"></iframe>`,
  zapier: `<script src="https://zapier.com/apps/embed/widget.js?services=slack,gmail&limit=3"></script>
<script type="module" src="https://interfaces.zapier.com/assets/web-components/zapier-interfaces/zapier-interfaces.esm.js"></script>
<zapier-interfaces-chatbot-embed chatbot-id="demo1"></zapier-interfaces-chatbot-embed>`,
  undeclared: `<script async src="https://connect.facebook.net/en_US/fbevents.js"></script>
<img alt="" width="1" height="1" src="https://pixel.cdn-x.example/p.gif">`,
} as const;
