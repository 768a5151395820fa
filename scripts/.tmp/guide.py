import re
s=open('docs/guides/what-next.md').read()
code='\n'.join(re.findall(r"```js\n(.*?)```",s,re.S))
imports=[];body=[]
for l in code.split('\n'):
    if l.startswith('import '): imports.append(l)
    else:
        m=re.match(r"^(.*); // (.*)$",l)
        body.append(f"console.log({m.group(1)!r}, ' -> ', {m.group(1)}, ' | doc: ', {m.group(2)!r});" if m else l)
open('scripts/.tmp/g.mjs','w').write('\n'.join(imports+body))
