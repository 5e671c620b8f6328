/** 看板自己有一部分没有取到、没有画出来、没有存下来时说的话。 */
export const missingZh = {
  loadFailed: '看板的这一部分没有取到：网络断了，或看板刚换了新版。',
  drawFailed: '这一部分出了错，没有画出来。',
  retry: '再试一次',
  reload: '重新载入页面',
  reasonNotKept: '（浏览器没有空间，理由没有存下来，刷新就没有了）',
}
