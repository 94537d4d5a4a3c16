import { expect, test } from "vitest";
import { documentToMarkdown } from "../rich-text/document-to-markdown.ts";
import { domToDocument } from "./dom-to-document.ts";
import { parseHtml } from "./testing/parse-html.ts";
import { withoutStyles } from "./without-styles.ts";

const pasted = (html: string) => documentToMarkdown(domToDocument(parseHtml(withoutStyles(html))));

function wordItem(marker: string, text: string, level = 1, place = "Middle"): string {
  return (
    `<p class=MsoListParagraphCxSp${place} style='text-indent:-18.0pt;mso-list:l0 level${level} lfo1'>` +
    `<![if !supportLists]><span lang=EN-GB style='font-family:Symbol;mso-fareast-font-family:Symbol'>` +
    `<span style='mso-list:Ignore'>${marker}<span style='font:7.0pt "Times New Roman"'>` +
    `&nbsp;&nbsp;&nbsp;&nbsp; </span></span></span><![endif]><span lang=EN-GB>${text}<o:p></o:p></span></p>\n\n`
  );
}

const WORD_HEAD =
  `<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" ` +
  `xmlns:w="urn:schemas-microsoft-com:office:word"><head><meta name=Generator content="Microsoft Word 15">` +
  `<!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View></w:WordDocument></xml><![endif]-->` +
  `<style><!-- p.MsoNormal, li.MsoNormal {margin:0cm; font-size:11.0pt;} --></style></head>` +
  `<body lang=EN-GB style='tab-interval:36.0pt'><!--StartFragment-->\n\n`;

test("a Word document: title, emphasis, lists in lists, table, picture", () => {
  expect(
    pasted(
      WORD_HEAD +
        `<h1 style='mso-style-link:"Heading 1 Char"'><span lang=EN-GB>Router notes<o:p></o:p></span></h1>\n\n` +
        `<p class=MsoNormal><span lang=EN-GB style='color:red;mso-themecolor:accent1'>Please read <b><i>all</i></b> of\nit, see <a href="https://example.com/a?b=1"><span style='color:#0563C1'>the guide</span></a>.<o:p></o:p></span></p>\n\n` +
        wordItem("·", "Unplug it", 1, "First") +
        wordItem("o", "at the wall", 2) +
        wordItem("o", "at the back", 2) +
        wordItem("·", "Wait", 1, "Last") +
        `<p class=MsoNormal><o:p>&nbsp;</o:p></p>\n\n` +
        wordItem("1.", "Plug it in", 1, "First") +
        wordItem("2.", "Look at the light", 1, "Last") +
        `<table class=MsoTableGrid border=1 style='border-collapse:collapse'><tr style='mso-yfti-irow:0'>` +
        `<td width=300 valign=top style='width:225.4pt'><p class=MsoNormal><b>Light<o:p></o:p></b></p></td>` +
        `<td><p class=MsoNormal>Means</p></td></tr><tr><td><p class=MsoNormal>Red</p></td><td><p class=MsoNormal>Stop</p></td></tr></table>` +
        `<p class=MsoNormal><!--[if gte vml 1]><v:shape id="a"><v:imagedata src="file:///C:/Temp/image001.png"/></v:shape><![endif]-->` +
        `<![if !vml]><img width=602 height=120 src="file:///C:/Temp/image001.png" alt="The back of it" v:shapes="a"><![endif]></p>` +
        `<!--EndFragment--></body></html>`,
    ),
  ).toBe(
    [
      "**Router notes**",
      "Please read **_all_** of it, see [the guide](https://example.com/a?b=1).",
      "- Unplug it\n  - at the wall\n  - at the back\n- Wait",
      "1. Plug it in\n2. Look at the light",
      "| **Light** | Means |\n| --- | --- |\n| Red | Stop |",
      "The back of it",
    ].join("\n\n"),
  );
});

test("a Google document: its wrapper is not bold, its spans keep what they look like", () => {
  const span = (style: string, text: string) =>
    `<span style="font-size:11pt;font-family:Arial,sans-serif;color:#000000;background-color:transparent;${style}white-space:pre-wrap;">${text}</span>`;
  expect(
    pasted(
      `<meta charset='utf-8'><b style="font-weight:normal;" id="docs-internal-guid-1f2e3d4c-7fff">` +
        `<h2 dir="ltr" style="line-height:1.38;margin-top:18pt;">${span("font-weight:400;", "What I did")}</h2>` +
        `<p dir="ltr" style="line-height:1.38;">${span("font-weight:400;font-style:normal;", "I ")}${span("font-weight:700;", "restarted")}${span("font-weight:400;", " it ")}${span("font-style:italic;", "twice")}${span("text-decoration:line-through;", "thrice")}</p>` +
        `<br /><ul style="margin-top:0;"><li dir="ltr" style="list-style-type:disc;" aria-level="1"><p dir="ltr" role="presentation">${span("font-weight:400;", "one")}</p></li>` +
        `<ul><li dir="ltr" style="list-style-type:circle;" aria-level="2"><p dir="ltr" role="presentation">${span("", "below one")}</p></li></ul></ul>` +
        `<p><a href="https://example.com/x" style="text-decoration:none;"><span style="color:#1155cc;text-decoration:underline;">a link</span></a></p>` +
        `<span><img src="https://lh7-rt.googleusercontent.com/docsz/abc?key=1" width="624" height="351" /></span>` +
        `</b><br class="Apple-interchange-newline">`,
    ),
  ).toBe(
    [
      "**What I did**",
      "I **restarted** it _twice_~~thrice~~",
      "- one\n  - below one",
      "[a link](https://example.com/x)",
      "![](https://lh7-rt.googleusercontent.com/docsz/abc?key=1)",
    ].join("\n\n"),
  );
});

test("a part of a web page: words, links, code and table, without its machinery", () => {
  expect(
    pasted(
      `<html><body>\n<!--StartFragment--><div class="article" style="display:flex"><nav><a href="javascript:void(0)" onclick="x()">Menu</a></nav>` +
        `<p style="box-sizing:border-box;">Run <code class="inline" style="font-family:monospace">ipconfig /all</code> and look at<br>“DNS”.</p>` +
        `<pre class="language-bash" style="background:#111"><code><span class="tok">sudo</span> reboot\nexit</code></pre>` +
        `<figure><img src="https://cdn.example.com/pic.jpg?w=900" srcset="https://cdn.example.com/pic.jpg 2x" alt="Front panel" onerror="x()"><figcaption>The front</figcaption></figure>` +
        `<iframe src="https://ads.example.com"></iframe><script>steal()</script><style>p{}</style><form><input name="q"><button>Go</button></form>` +
        `<svg><use href="#a"/></svg><noscript><img src="https://pixel.example.com/p.gif"></noscript>` +
        `<blockquote cite="x"><p>Said before</p></blockquote></div><!--EndFragment-->\n</body></html>`,
    ),
  ).toBe(
    [
      "Menu",
      "Run `ipconfig /all` and look at\n“DNS”.",
      "```bash\nsudo reboot\nexit\n```",
      "![Front panel](https://cdn.example.com/pic.jpg?w=900)",
      "The front",
      "Go",
      "> Said before",
    ].join("\n\n"),
  );
});

test("a mail program and a spreadsheet", () => {
  expect(
    pasted(
      `<div dir="ltr">Hello,<div><br></div><div><font color="#222222" face="Arial">it is <span style="font-weight:bold">still</span> down.</font></div></div>`,
    ),
  ).toBe("Hello,\n\nit is **still** down.");
  expect(
    pasted(
      `<google-sheets-html-origin><table xmlns="http://www.w3.org/1999/xhtml" dir="ltr" border="1" style="table-layout:fixed" data-sheets-root="1"><colgroup><col width="100"/><col width="100"/></colgroup>` +
        `<tbody><tr style="height:21px;"><td style="font-weight:bold;" data-sheets-value='{"1":2,"2":"Day"}'>Day</td><td>Speed</td></tr><tr><td>Mon</td><td>12 | 14</td></tr></tbody></table>`,
    ),
  ).toBe("| Day | Speed |\n| --- | --- |\n| Mon | 12 \\| 14 |");
});
