import type { Language } from '../language.js'

export const vietnamese: Language = {
  goesOn: 'TS. ThS. PGS. GS. BS. KS. Tr. v.v. vd. VD. ĐT. TP. Tp. Q. P. đ. tr. CN. SCN. TCN. tk. TK. St. Th.',
  beforeNumber: 'số. tr. đ. k. ch. h. bg. t. q.',
  mayEnd: 'v.v. vv.',
  starters: `
    anh chị ông bà cô họ tôi chúng ta mình nó đây đó này kia ai gì khi nào ở đâu tại sao thế nếu vì mặc dù nhưng và hoặc cũng không tất cả mỗi một những
    nhiều bây giờ sau hôm nay qua ngày mai đầu tiên cuối cùng các trong trên với cho từ theo là
  `,
}
