/**
 * Colour maps as evenly spaced stops, six hexadecimal digits each; between them colours are mixed linearly.
 * Names are those of Matplotlib and cmocean, as titiler and the API use them.
 */
export const colormapStops = {
  // Perceptually uniform, Matplotlib (BSD-compatible licence): viridis, plasma, inferno, magma by S. van der Walt and N. Smith (CC0),
  // cividis by J. Nuñez, C. Anderton and R. Renslow, turbo by A. Mikhailov (Apache-2.0), twilight by B. Bechtold (CC0).
  // Sampled at 17 to 65 stops, within 4 of 255 of the originals.
  viridis:
    '440154470d6048186a482374472d7b4536814240863f49893b528b375a8d33638d2f6a8e2c728e297a8e26818e23898e21908c1f988b1f9f8821a68528ae8031b57b3ebc744cc26c5dc9636ece5882d34c96d83fabdc32c0df24d5e21aeae51afde725',
  plasma:
    '0d08872206903105963f049c4c02a15901a56600a77201a87e03a88909a69511a29f1a9ca92396b22c8ebb3587c33e80cb4778d25071d9596ae06263e66c5ceb7555f07f4ff48a48f89441fb9f3afdab33feb72dfdc328fcd025f9dd25f5eb27f0f921',
  inferno:
    '0000040403120b0724150b37210c4a2e0a5a3c09654a0c6b57106d63146e70196e7d1e6d89226a962766a32b61af315cbb3755c63e4dd14644db4f3be35932eb6528f1711ef67f14f98d0afb9c06fcab0ffbba1ff9ca32f5d949f2e865f3f586fcffa4',
  magma: '0000040a08221d114636106a50127c691c818226819c2e7fb63779cf4170e65163f5695cfb8761fea571fec387fde0a2fcfdbf',
  cividis:
    '00224e00255400285b002b62002e6a0030700433711135701a386f213b6e273e6e2d406d32436d36466c3b496c3f4c6c434e6c47516c4b546c4f576c52596d565c6d5a5f6e5d626e61656f646770686a716b6d726f70737273747576767978777c7b78807e788481798784788b87788f8a78938d789790779b93769f9676a39a75a79d74aba072afa371b3a670b7aa6ebbad6cbfb06bc3b469c8b766ccba64d0be61d4c15fd9c55cddc958e1cc55e6d051ead44cefd748f4db42f8df3cfde334fee838',
  turbo:
    '30123b392a734040a14456c7466be3467ff64293ff37a7fa29bbec1dcdd818dcc31ee8b031f2994cf97e6bfd648aff4da3fd3cb8f735cced34dee037edd03af8c03afdae35fe982cfb8022f56817ec520fe04009d23105c02302ac1701950d017a0403',
  twilight:
    'e2d9e2d6d7ddc3ced4abc2cc94b4c781a6c37297c16886be6275ba5f63b55e51ad5d3da1592a8f521b7745135c3811462f14373a113a4b13425f174a741e4f872750983550a64550b25652bb6858c27c62c78f72cca388d1b5a2d8c6bdded3d5e2d9e2',
  // ColorBrewer sequential and diverging schemes, C. Brewer, M. Harrower and Penn State University (Apache-2.0).
  Greys: 'fffffff0f0f0d9d9d9bdbdbd969696737373525252252525000000',
  Greens: 'f7fcf5e5f5e0c7e9c0a1d99b74c47641ab5d238b45006d2c00441b',
  Blues: 'f7fbffdeebf7c6dbef9ecae16baed64292c62171b508519c08306b',
  Oranges: 'fff5ebfee6cefdd0a2fdae6bfd8d3cf16913d94801a636037f2704',
  Reds: 'fff5f0fee0d2fcbba1fc9272fb6a4aef3b2ccb181da50f1567000d',
  Purples: 'fcfbfdefedf5dadaebbcbddc9e9ac8807dba6a51a354278f3f007d',
  YlGn: 'ffffe5f7fcb9d9f0a3addd8e78c67941ab5d238443006837004529',
  YlGnBu: 'ffffd9edf8b1c7e9b47fcdbb41b6c41d91c0225ea8253494081d58',
  YlOrBr: 'ffffe5fff7bcfee391fec44ffe9929ec7014cc4c02993404662506',
  YlOrRd: 'ffffccffeda0fed976feb24cfd8d3cfc4e2ae31a1cbd0026800026',
  BuGn: 'f7fcfde5f5f9ccece699d8c966c2a441ae76238b45006d2c00441b',
  BuPu: 'f7fcfde0ecf4bfd3e69ebcda8c96c68c6bb188419d810f7c4d004b',
  GnBu: 'f7fcf0e0f3dbccebc5a8ddb57bccc44eb3d32b8cbe0868ac084081',
  OrRd: 'fff7ecfee8c8fdd49efdbb84fc8d59ef6548d7301fb300007f0000',
  PuBu: 'fff7fbece7f2d0d1e6a6bddb74a9cf3690c00570b0045a8d023858',
  PuBuGn: 'fff7fbece2f0d0d1e6a6bddb67a9cf3690c002818a016c59014636',
  PuRd: 'f7f4f9e7e1efd4b9dac994c7df65b0e7298ace125698004367001f',
  RdPu: 'fff7f3fde0ddfcc5c0fa9fb5f768a1dd3497ae017e7a017749006a',
  RdYlGn: 'a50026d73027f46d43fdae61fee08bffffbed9ef8ba6d96a66bd631a9850006837',
  RdYlBu: 'a50026d73027f46d43fdae61fee090ffffbfe0f3f8abd9e974add14575b4313695',
  RdBu: '67001fb2182bd6604df4a582fddbc7f7f7f6d1e5f092c5de4393c32166ab053061',
  RdGy: '67001fb2182bd6604df4a582fddbc7fffefee0e0e0bababa8787874d4d4d1a1a1a',
  Spectral: '9e0142d53e4ff46d43fdae61fee08bffffbee6f598abdda466c2a53388bc5e4fa2',
  BrBG: '5430058c510abf812ddfc27df6e8c3f5f5f4c7eae580cdc135978f01665e003c30',
  PiYG: '8e0152c51c7dde77aef1b6dafde0eff7f7f7e6f5d0b8e1867fbc414d9221276419',
  PRGn: '40004b762a839970abc2a5cfe7d4e8f7f7f7d9f0d3a6dba05aae611b783700441b',
  PuOr: '7f3b08b35806e08214fdb863fee0b6f7f6f6d8daebb2abd28073ac5427882d004b',
  // cmocean, K. Thyng et al. (MIT), at nine stops.
  algae: 'd7f9d0afdda284c47a50ad591294500d7748185b3b193f29122414',
  deep: 'fdfeccbbe6ac78cea355aea3488e9e3f6e97404c8b3b315a281a2c',
  dense: 'e6f1f1b1d6e386b9e37397e47871d5784db26e2d84591750360e24',
  haline: '2a186c2132a20f5a912876893b92874faf7e78cb68c1dd64fdef9a',
  thermal: '04233317337a553b9d814f8faf5f82de7065f99242f9c441e8fa5b',
  turbid: 'e9f6abd8d17ecaae58b98c42a1703b835939624534413229221f1b',
  oxy: '4005056a060f901a07a84003bc6404ce880bdcae19e7d72cf8fe69',
  // coolwarm after K. Moreland; bone and copper from Matplotlib.
  coolwarm:
    '3b4cc0445acc4d68d75775e16282ea6c8ef1779af782a5fb8db0fe98b9ffa3c2feaec9fdb8d0f9c2d5f4ccd9eed4dbe6dddddde5d8d1ecd3c5f1ccb9f4c4adf7bba0f7b194f6a687f49a7bf18d6fec7f63e57058de604dd55042cb3d38c0282fb40426',
  bone: '0000001c1c2738384e545474707b8f8ba1aba8c7c7d3e3e3ffffff',
  copper: '000000140c082719103b25184f3220623e28764b308a57389e643fb17047c57d4fd98957ec955fffa267ffae6fffbb77ffc77f',
  gray: '000000ffffff',
  // Of our own make: the API names a vegetation map so, whose values are not published. Low is red, high is green.
  rplumbo: '5e1914a83226d9622be9a93ff3e06bc9db5f8dc44e4ea53c25803117592a0c3a20',
} as const
